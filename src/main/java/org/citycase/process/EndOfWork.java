package org.citycase.process;

import java.util.concurrent.ThreadPoolExecutor;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;
import org.springframework.stereotype.Component;

/**
 * When a node is told to end: takes no more timers, finishes those it has taken, and gives back at
 * once what it did not come to, so that another node need not wait until its lock is over. While a
 * timer is still at work nothing is given back: another node would do the same beside it.
 */
@Component
class EndOfWork implements SmartLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(EndOfWork.class);
  private static final long LONGEST_MILLIS = 15_000;

  private final ObjectProvider<JobExecutor> jobs;
  private final ObjectProvider<ThreadPoolTaskExecutor> threads;
  private final JdbcClient jdbc;
  private volatile boolean running;

  EndOfWork(
      ObjectProvider<JobExecutor> jobs,
      @Qualifier("camundaTaskExecutor") ObjectProvider<ThreadPoolTaskExecutor> threads,
      JdbcClient jdbc) {
    this.jobs = jobs;
    this.threads = threads;
    this.jdbc = jdbc;
  }

  @Override
  public void start() {
    running = true;
  }

  @Override
  public void stop() {
    running = false;
    jobs.ifAvailable(
        executor -> {
          executor.shutdown();
          ThreadPoolTaskExecutor pool = threads.getIfAvailable();
          if (pool == null || finish(pool.getThreadPoolExecutor())) {
            giveBack(executor.getLockOwner());
          } else {
            LOG.warn("A timer of this node is still at work; the locks end by themselves.");
          }
        });
  }

  /** Whether nothing is at work any more. */
  private static boolean finish(ThreadPoolExecutor pool) {
    long end = System.nanoTime() + LONGEST_MILLIS * 1_000_000;
    while (isBusy(pool)) {
      if (System.nanoTime() >= end) {
        return false;
      }
      try {
        Thread.sleep(50);
      } catch (InterruptedException hurried) {
        Thread.currentThread().interrupt();
        return false;
      }
    }
    return true;
  }

  private static boolean isBusy(ThreadPoolExecutor pool) {
    return pool.getActiveCount() > 0 || !pool.getQueue().isEmpty();
  }

  private void giveBack(String owner) {
    try {
      int given =
          jdbc.sql(
                  "UPDATE ACT_RU_JOB SET LOCK_OWNER_ = NULL, LOCK_EXP_TIME_ = NULL"
                      + " WHERE LOCK_OWNER_ = ?")
              .param(owner)
              .update();
      LOG.info("The timers of this node are done; {} were given back.", given);
    } catch (RuntimeException e) {
      LOG.warn("Timers were not given back; their locks end by themselves: {}", e.toString());
    }
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  /** First of all: no timer begins while requests are being finished. */
  @Override
  public int getPhase() {
    return Integer.MAX_VALUE;
  }
}
