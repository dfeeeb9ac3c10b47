package org.citycase.evaluate;

import org.citycase.process.Completion;
import org.citycase.process.RoomListener;
import org.springframework.stereotype.Component;

@Component
class CallBackListener extends RoomListener {

  private final CallBack callBack;

  CallBackListener(CallBack callBack) {
    this.callBack = callBack;
  }

  @Override
  protected void completed(Completion said) {
    callBack.callBack(said);
  }
}
